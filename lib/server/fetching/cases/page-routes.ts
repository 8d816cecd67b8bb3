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

const gzipped = { 'content-encoding': 'gzip' }

/** With everything a gzip header may hold: extra field, name, comment, checksum. */
function gzipNamed(text: string): Buffer {
  const [plain, extra] = [gzipSync(text), Buffer.from([3, 0, 1, 2, 3])]
  const header = Buffer.from(plain.subarray(0, 10))
  header[3] = 0x02 | 0x04 | 0x08 | 0x10
  const names = Buffer.from('page.html\0a comment\0')
  return Buffer.concat([header, extra, names, Buffer.from([0, 0]), plain.subarray(10)])
}

function spoilt(bytes: Buffer): Buffer {
  const at = bytes.length - 6
  bytes[at] = (bytes[at] ?? 0) ^ 0xff
  return bytes
}

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
  '/308': to('http://other.test/page', 308),
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
  '/refresh-top': html(`<meta http-equiv="refresh" content="0; url=#top">${PAGE}`),
  '/refresh-reference': html('<meta http-equiv="&#82;efresh" content="0; url=/page">'),
  '/refresh-script': html(`<meta http-equiv="refresh" content="0; url=javascript:alert(1)">${PAGE}`),
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
  '/gzip-and-more': html(Buffer.concat([gzipSync(PAGE), Buffer.from('<!-- served by a cache -->')]), gzipped),
  '/gzip-padded': html(Buffer.concat([gzipSync(PAGE), Buffer.alloc(300)]), gzipped),
  '/gzip-members': html(
    Buffer.concat([gzipSync(PAGE.slice(0, 20)), gzipSync(''), gzipSync(PAGE.slice(20))]),
    gzipped,
  ),
  '/gzip-named': html(gzipNamed(PAGE), gzipped),
  '/gzip-endless-members': html(Buffer.concat(Array.from({ length: 3_000 }, () => gzipSync(''))), gzipped),
  '/gzip-wrong-sum': html(spoilt(gzipSync(PAGE)), gzipped),
  '/gzip-no-trailer': html(gzipSync(PAGE).subarray(0, -5), gzipped),
  '/half-gzip': html(gzipSync(PAGE.repeat(500)).subarray(0, 60), { 'content-encoding': 'gzip' }),
  '/bomb': html(gzipSync(zeros(60)), { 'content-encoding': 'gzip' }),
  '/double-bomb': html(gzipSync(gzipSync(zeros(200))), { 'content-encoding': 'gzip, gzip' }),
  '/br-bomb': html(brotliCompressSync(zeros(60)), { 'content-encoding': 'br' }),
  '/deflate-bomb': html(deflateSync(zeros(60)), { 'content-encoding': 'deflate' }),
  '/raw-deflate-bomb': html(deflateRawSync(zeros(60)), { 'content-encoding': 'deflate' }),
  '/mixed-bomb': html(brotliCompressSync(gzipSync(zeros(200))), { 'content-encoding': 'gzip, br' }),
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
  '/continue': (_request, response) =>
    response.socket?.end(
      `HTTP/1.1 100 Continue\r\n\r\nHTTP/1.0 100\r\nx: y\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${PAGE}`,
    ),
  '/empty': html(''),
  '/no-content': (_request, response) => response.writeHead(204).end(),
  '/early': (_request, response) => {
    response.writeEarlyHints({ link: '</x.css>; rel=preload' })
    response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE)
  },
}
