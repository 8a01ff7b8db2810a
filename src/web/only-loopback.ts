import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'restify';

const loopbackPeer = /^(::ffff:)?127\.|^::1$/;
const loopbackName = /^(localhost|127(\.(25[0-5]|2[0-4]\d|1?\d{1,2})){3}|\[::1\])(:\d+)?$/i;

/**
 * What a proxy says about whoever asked it (RFC 7239, RFC 9110 §7.6.2 and §7.6.3), and the names that proxies, tunnels and delivery
 * networks made up for themselves.
 */
const proxyHeader = new RegExp(
  [
    '^(?:x-)?forwarded',
    '^via$',
    '^max-forwards$',
    '^front-end-https$',
    '^cdn-loop$',
    '^(?:cf|fly|fastly|ngrok)-',
    '^x-(?:amzn|appengine|arr|azure|envoy|ms-tunnel|original|proxyuser|scheme|script-name|tunnel|url-scheme)(?:-|$)',
    'client-?ip$',
    '(?:^|-)real-ip$',
    '^proxy-',
  ].join('|'),
);

/**
 * Whether a program on this machine asks, for itself, under a loopback name. A web page whose own name was pointed at
 * 127.0.0.1 does not count, nor does what a proxy or tunnel on this machine passes on, whatever name it puts there.
 */
export const isFromThisMachine = ({ socket, headers }: IncomingMessage): boolean =>
  loopbackPeer.test(socket.remoteAddress ?? '') &&
  loopbackName.test(headers.host ?? '') &&
  !Object.keys(headers).some((name) => proxyHeader.test(name));

/** Local mode checks no tokens, so only programs on this machine may speak to it. */
export const refuseOtherMachines: RequestHandler = (request, response, next) => {
  if (isFromThisMachine(request)) return next();
  response.send(403);
  return next(false);
};
