/** Where the socket of the proxy lies inside the sandbox. */
export const PROXY_SOCKET = '/run/registry-proxy';

/** Each program asks for its proxy by another name. */
const PROXY_VARIABLES = [
  ...['HTTP_PROXY', 'HTTPS_PROXY', 'http_proxy', 'https_proxy'],
  ...['npm_config_proxy', 'npm_config_https_proxy', 'YARN_HTTP_PROXY', 'YARN_HTTPS_PROXY'],
];

/**
 * Runs inside the sandbox, where no program can speak to a socket of the outside as to a proxy: listens on the loopback of
 * the sandbox, hands every connection to the proxy, and runs the command with the variables that name it.
 */
const FORWARDER = `
const { connect, createServer } = require('node:net');
const { spawn } = require('node:child_process');
const { constants } = require('node:os');
const [, socket, command] = process.argv;
const server = createServer((client) => {
  const proxy = connect(socket);
  const end = () => { client.destroy(); proxy.destroy(); };
  for (const each of [client, proxy]) each.on('error', end).on('close', end);
  client.pipe(proxy).pipe(client);
});
server.listen(0, '127.0.0.1', () => {
  const address = 'http://127.0.0.1:' + server.address().port;
  const env = { ...process.env, NODE_USE_ENV_PROXY: '1' };
  for (const name of ${JSON.stringify(PROXY_VARIABLES)}) env[name] = address;
  const child = spawn('/bin/sh', ['-c', command], { env, stdio: 'inherit' });
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
});
`;

/** The program and arguments that run a shell line with the proxy behind `socket`. */
export function forwardedCommand(command: string, socket: string = PROXY_SOCKET): readonly string[] {
  return [process.execPath, '--input-type=commonjs', '-e', FORWARDER, '--', socket, command];
}
