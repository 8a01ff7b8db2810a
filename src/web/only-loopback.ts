import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'restify';

const loopbackPeer = /^(::ffff:)?127\.|^::1$/;
const loopbackName = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;

/** Whether a program on this machine asks, under a loopback name: a web page whose own name was pointed at 127.0.0.1 does not count. */
export const isFromThisMachine = ({ socket, headers }: IncomingMessage): boolean =>
  loopbackPeer.test(socket.remoteAddress ?? '') && loopbackName.test(headers.host ?? '');

/** Local mode checks no tokens, so only programs on this machine may speak to it. */
export const refuseOtherMachines: RequestHandler = (request, response, next) => {
  if (isFromThisMachine(request)) return next();
  response.send(403);
  return next(false);
};
