import type { RequestHandler } from 'restify';

/** 256 KB: an activity with a form is a few; more is nobody's who means well. */
export const largestBodyBytes = 262_144;

/**
 * Runs before any body is read. A compressed body would be unpacked past the size limit, and a broken one
 * would end the process (TEAMS.md §3.3), so none is taken.
 */
export const refuseEncodedAndOversized: RequestHandler = (request, response, next) => {
  const encoding = request.headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') {
    response.header('Connection', 'close');
    response.send(415);
    return next(false);
  }
  if (Number(request.headers['content-length'] ?? 0) > largestBodyBytes) {
    response.header('Connection', 'close');
    response.send(413);
    return next(false);
  }
  return next();
};

/** For routes that take JSON and nothing else; a multipart body is never read. */
export const requireJson: RequestHandler = (request, response, next) => {
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  if (type === 'application/json') return next();
  response.header('Connection', 'close');
  response.send(415);
  return next(false);
};
