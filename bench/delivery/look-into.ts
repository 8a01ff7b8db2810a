import mongoose from 'mongoose';

/** Looks into a database on a connection of its own, beside whoever works on it. */
export const lookInto = async <Seen>(
  database: { readonly uri: string; readonly dbName: string },
  look: (connection: mongoose.Connection) => Promise<Seen>,
): Promise<Seen> => {
  const connection = await mongoose.createConnection(database.uri, { dbName: database.dbName }).asPromise();
  try {
    return await look(connection);
  } finally {
    await connection.close();
  }
};
