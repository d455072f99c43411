import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';

/** A port of this interface that nobody listens on at this moment. */
export async function freePort(host = '127.0.0.1'): Promise<number> {
  const server = createServer().listen(0, host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Whether one can listen on this port now. */
export async function isFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  const server = createServer();
  const outcome = Promise.race([
    once(server, 'listening').then(() => true),
    once(server, 'error').then(() => false),
  ]);
  server.listen(port, host);
  const free = await outcome.catch(() => false);
  if (free) {
    server.close();
    await once(server, 'close');
  }
  return free;
}
