/**
 * Waits until the demo's first questionnaire is in the Agents Playground's chat, as a browser would get it:
 * `node test/support/await-first-card.ts [address] [seconds]`. Ends with 1 when it does not come in time.
 */
const address = process.argv[2] ?? 'http://127.0.0.1:56150';
const seconds = Number(process.argv[3] ?? 15);
const stream = `${address.replace('http', 'ws')}/_ws_conversation/v1/conversations/stream`;
const began = Date.now();
/** The greeting's line has none; both languages' first page does. */
const firstPage = /page 1 of|第 1 页/;
const betweenTriesMs = 200;

const connect = (): void => {
  const socket = new WebSocket(stream);
  socket.addEventListener('message', ({ data }) => {
    if (!firstPage.test(String(data))) return;
    console.log(`The first card was there after ${((Date.now() - began) / 1000).toFixed(1)} s.`);
    process.exit(0);
  });
  socket.addEventListener('error', () => setTimeout(connect, betweenTriesMs));
};

setTimeout(() => {
  console.error(`No first card within ${seconds} s.`);
  process.exit(1);
}, seconds * 1000);
connect();
