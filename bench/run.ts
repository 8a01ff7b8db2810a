// `npm run bench -- NAME`: runs one of the benches here; the last line it prints is JSON.
const benches: Record<string, () => Promise<{ run: () => Promise<Record<string, number>> }>> = {
  database: () => import('./database.ts'),
  delivery: () => import('./delivery.ts'),
  inbound: () => import('./inbound.ts'),
  import: () => import('./import.ts'),
  chaos: () => import('./chaos.ts'),
};
const [name = ''] = process.argv.slice(2);
const bench = benches[name];
if (bench) console.log(JSON.stringify(await (await bench()).run()));
else {
  console.error(`Choose one of: ${Object.keys(benches).join(', ')}`);
  process.exitCode = 1;
}
