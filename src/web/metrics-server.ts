import type { Request, Response } from 'restify';
import restify from 'restify';
import { maskErrors } from './mask-errors.ts';
import { refuseOtherMachines } from './only-loopback.ts';
import type { MetricsPage } from './prometheus.ts';
import { refuseEncodedAndOversized } from './refuse-bodies.ts';
import { type Place, type Served, serve } from './serve.ts';

export interface MetricsServerParts extends Omit<Place, 'host'> {
  readonly page: Pick<MetricsPage, 'text' | 'contentType'>;
}

/**
 * The figures for whoever runs the product, at a place of their own that only programs of this machine reach: numbers only, yet
 * nobody else's business, and a proxy before the bot must not hand them on by mistake.
 */
export const createMetricsServer = ({ page, ...place }: MetricsServerParts): Served => {
  const server = restify.createServer({ name: 'training-follow-up', handleUncaughtExceptions: false });
  maskErrors(server, place.log);
  server.pre(refuseOtherMachines);
  server.pre(refuseEncodedAndOversized);
  server.get('/metrics', async (_request: Request, response: Response) => {
    response.sendRaw(200, await page.text(), { 'content-type': page.contentType });
  });
  return serve(server, { ...place, host: '127.0.0.1' });
};
