import { run } from '../../../src/cli/run.ts';
import { officeConfig } from '../office-config.ts';

// `npm start` in a process of its own, on a database that is named, looking ten times a second whether it may go on.

const [uri = '', name = ''] = process.argv.slice(2);
const identity = { appId: 'app', tenantId: 'tenant' };
const config = officeConfig(identity, { kind: 'server', uri, name });
await run({ ...config, bot: { kind: 'local' } }, { lookEveryMs: 100 }, 'en');
console.log('runs');
