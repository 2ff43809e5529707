import { request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Server, serve } from '../../../src/drive/serve.ts';

let server: Server;
beforeAll(async () => {
  server = await serve({
    'one.example/': '<p>One',
    'two.example/': { body: '<p>Two', headers: { 'content-security-policy': "default-src 'none'" } },
    'one.example/style.css': 'p { color: red }',
    'one.example/echo': ({ method, body }) => `${method} ${body}`,
    'one.example/broken': () => {
      throw new Error('broken page');
    },
  });
});
afterAll(() => server.close());
beforeEach(() => server.forget());

/** Asks as a browser does: by `Host` header, or as of a proxy with the whole address as path. */
function ask(host: string, path: string, body?: string): Promise<{ status: number; type: string; policy: string; text: string }> {
  return new Promise((done, fail) => {
    const sent = request(
      { host: '127.0.0.1', port: server.port, path, headers: { host }, method: body ? 'POST' : 'GET' },
      (reply) => {
        let text = '';
        reply.setEncoding('utf8').on('data', (part) => {
          text += part;
        });
        reply.on('end', () =>
          done({
            status: reply.statusCode ?? 0,
            type: String(reply.headers['content-type']),
            policy: String(reply.headers['content-security-policy'] ?? ''),
            text,
          }),
        );
      },
    );
    sent.on('error', fail);
    sent.end(body);
  });
}

const cases = [
  { name: 'a host by its header', host: 'one.example', path: '/', expected: { status: 200, text: '<p>One' } },
  {
    name: 'the same path of another host, with headers',
    host: 'two.example',
    path: '/',
    expected: { status: 200, policy: "default-src 'none'" },
  },
  { name: 'a host with port, in capitals', host: 'ONE.example:8080', path: '/', expected: { status: 200, text: '<p>One' } },
  {
    name: 'a query that the table does not know',
    host: 'one.example',
    path: '/?utm=1',
    expected: { status: 200, text: '<p>One' },
  },
  { name: 'an address as a proxy gets it', host: 'x', path: 'http://two.example/', expected: { status: 200, text: '<p>Two' } },
  { name: 'the type by the ending', host: 'one.example', path: '/style.css', expected: { type: 'text/css; charset=utf-8' } },
  {
    name: 'a page that is made at each request',
    host: 'one.example',
    path: '/echo',
    body: 'ə қ',
    expected: { text: 'POST ə қ' },
  },
  { name: 'what is not there', host: 'three.example', path: '/x', expected: { status: 404, text: 'Nothing at three.example/x' } },
  { name: 'a page that throws', host: 'one.example', path: '/broken', expected: { status: 500, text: 'Error: broken page' } },
];
test.each(cases)('serves $name', async ({ host, path, body, expected }) => {
  expect(await ask(host, path, body)).toMatchObject(expected);
  expect(server.requests()).toHaveLength(1);
});

test('notes method, host, path and body of every request, and forgets them when told', async () => {
  await ask('one.example:99', '/a?b=1', 'text');
  expect(server.requests()).toMatchObject([{ method: 'POST', host: 'one.example', path: '/a?b=1', body: 'text' }]);
  server.forget();
  expect(server.requests()).toEqual([]);
});

test('refuses an encrypted connection and notes its host', async () => {
  const reply = await new Promise<string>((done, fail) => {
    const socket = connect(server.port, '127.0.0.1', () =>
      socket.write('CONNECT Leak.example:443 HTTP/1.1\r\nHost: leak.example\r\n\r\n'),
    );
    socket.on('data', (part) => done(part.toString()));
    socket.on('error', fail);
  });
  expect(reply).toMatch(/^HTTP\/1\.1 502/);
  expect(server.requests()).toMatchObject([{ method: 'CONNECT', host: 'leak.example' }]);
});

test('a page can be added later', async () => {
  server.put({ 'late.example/': '<p>Late' });
  expect(await ask('late.example', '/')).toMatchObject({ text: '<p>Late' });
});
