import type { RequestListener } from 'node:http'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'

export const PAGE = '<!doctype html><title>x</title><p>Long walks.</p>'
const html = (body: string | Buffer, headers: Record<string, string> = {}, status = 200) =>
  ((_request, response) =>
    response
      .writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers })
      .end(body)) as RequestListener
const to = (location: string, status = 302) => html('', { location }, status)
const zeros = (megabytes: number) => Buffer.alloc(megabytes * 1_000_000, 0x20)

/** Answers of a blog that does everything a fetcher has to bear. */
export const PAGE_ROUTES: Record<string, RequestListener> = {
  '/page': html(PAGE),
  '/agent': (request, response) =>
    response
      .writeHead(200, { 'content-type': 'text/plain' })
      .end(JSON.stringify({ ...request.headers, url: request.url })),
  '/301': to('/page', 301),
  '/303': to('page#part', 303),
  '/307': to('//other.test/page', 307),
  '/umlaut': (_request, response) =>
    response.socket?.end(
      'HTTP/1.1 302 Found\r\nLocation: /p\u00e4ge?x=\u00fc\r\nContent-Length: 0\r\n\r\n',
      'utf8',
    ),
  '/p%C3%A4ge': html(PAGE),
  '/loop': to('/loop2'),
  '/loop2': to('/loop'),
  '/many': (request, response) =>
    response
      .writeHead(302, {
        location: `/many?n=${Number(new URL(request.url ?? '', 'http://x').searchParams.get('n')) + 1}`,
      })
      .end(),
  '/ten': (request, response) => {
    const n = Number(new URL(request.url ?? '', 'http://x').searchParams.get('n'))
    response.writeHead(302, { location: n === 9 ? '/page' : `/ten?n=${n + 1}` }).end()
  },
  '/nowhere': html(PAGE, {}, 302),
  '/bad-location': to('http://'),
  '/to-file': to('file:///etc/passwd'),
  '/to-inside': to('http://127.0.0.1:8080/secret'),
  '/to-metadata': to('http://169.254.169.254/latest/'),
  '/to-port': to('http://blog.test:22/'),
  '/to-dead': to('http://dead.example/'),
  '/refresh': html('<meta http-equiv="Refresh" content="0; url=/page">'),
  '/refresh-later': html('<meta http-equiv="refresh" content="5; url=/page">'),
  '/refresh-header': html(PAGE, { refresh: '0;URL="/page"' }),
  '/refresh-comment': html(`<!-- <meta http-equiv="refresh" content="0; url=/loop"> -->${PAGE}`),
  '/refresh-noscript': html(`<noscript><meta http-equiv="refresh" content="0; url=/loop"></noscript>${PAGE}`),
  '/refresh-404': html('<meta http-equiv="refresh" content="0; url=/page">', {}, 404),
  '/refresh-self': html('<meta http-equiv="refresh" content="0; url=/refresh-self">'),
  '/gzip': html(gzipSync(PAGE), { 'content-encoding': 'gzip' }),
  '/br': html(brotliCompressSync(PAGE), { 'content-encoding': 'br' }),
  '/deflate': html(deflateSync(PAGE), { 'content-encoding': 'deflate' }),
  '/deflate-raw': html(deflateRawSync(PAGE), { 'content-encoding': 'deflate' }),
  '/three': html(gzipSync(brotliCompressSync(deflateSync(PAGE))), {
    'content-encoding': 'deflate, br, gzip',
  }),
  '/four': html(gzipSync(gzipSync(gzipSync(gzipSync(PAGE)))), {
    'content-encoding': 'gzip, gzip, gzip, gzip',
  }),
  '/unknown-coding': html(PAGE, { 'content-encoding': 'zstd' }),
  '/not-gzip': html(PAGE, { 'content-encoding': 'gzip' }),
  '/half-gzip': html(gzipSync(PAGE.repeat(500)).subarray(0, 60), { 'content-encoding': 'gzip' }),
  '/bomb': html(gzipSync(zeros(60)), { 'content-encoding': 'gzip' }),
  '/double-bomb': html(gzipSync(gzipSync(zeros(200))), { 'content-encoding': 'gzip, gzip' }),
  '/large': html(Buffer.concat([Buffer.from(PAGE), zeros(6)])),
  '/fits': html(zeros(4.9)),
  '/cut-length': (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html', 'content-length': '9000' }).write(PAGE)
    setTimeout(() => response.destroy(), 20)
  },
  '/cut-chunk': (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).write(PAGE)
    setTimeout(() => response.destroy(), 20)
  },
  '/drip': (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' })
    const timer = setInterval(() => response.write(' '), 30)
    response.on('close', () => clearInterval(timer))
  },
  '/silent': () => {},
  '/headers': (_request, response) => response.writeHead(200, { 'x-long': 'x'.repeat(70_000) }).end(PAGE),
  '/empty': html(''),
  '/no-content': (_request, response) => response.writeHead(204).end(),
  '/early': (_request, response) => {
    response.writeEarlyHints({ link: '</x.css>; rel=preload' })
    response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE)
  },
}
