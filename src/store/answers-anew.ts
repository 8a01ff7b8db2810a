import mongoose from 'mongoose';

const quickly = 3000;

/** Whether a connection made just now is answered, whatever has become of older ones. */
export const answersAnew = async (uri: string): Promise<boolean> => {
  const connection = mongoose.createConnection(uri, {
    serverSelectionTimeoutMS: quickly,
    connectTimeoutMS: quickly,
    socketTimeoutMS: quickly,
  });
  try {
    await connection.asPromise();
    await connection.db?.admin().command({ ping: 1 });
    return true;
  } catch {
    return false;
  } finally {
    await connection.close(true).catch(() => undefined);
  }
};
