import type { RequestHandler } from 'restify';

const loopbackPeer = /^(::ffff:)?127\.|^::1$/;
const loopbackName = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;

/**
 * Local mode checks no tokens, so only programs on this machine may speak to it, and under a loopback name:
 * a web page whose own name was pointed at 127.0.0.1 is turned away too.
 */
export const refuseOtherMachines: RequestHandler = (request, response, next) => {
  const peer = request.socket.remoteAddress ?? '';
  if (loopbackPeer.test(peer) && loopbackName.test(request.headers.host ?? '')) return next();
  response.send(403);
  return next(false);
};
