import { startEmbeddedMongo } from '../../../src/embedded-mongo/start-embedded-mongo.ts';

// A process that serves the folder given, tells where, and lives until it is ended.
const [folder = ''] = process.argv.slice(2);
const { uri, joined } = await startEmbeddedMongo({ folder, durability: 'full' });
process.send?.({ uri, joined });
