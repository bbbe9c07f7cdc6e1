/** Builds the site and serves it on a loopback port, until it is interrupted. */
import { createServer } from 'node:http';
import { bundleSite } from './site/bundle-site.ts';

const files = await bundleSite();
const server = createServer(({ url }, response) => {
  const [path = '/'] = (url ?? '/').split('?');
  const text = files.get(path === '/' ? 'index.html' : path.slice(1));
  if (text === undefined) response.writeHead(404).end();
  else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(text);
});
server.listen(Number(process.env['PORT'] ?? 0), '127.0.0.1', () => {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  console.log(`The demonstrations are at http://127.0.0.1:${port}/. End with Ctrl+C.`);
});
