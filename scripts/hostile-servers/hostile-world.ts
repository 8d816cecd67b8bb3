import { type AddressInfo, createServer, type Socket } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type BrotliCompress, constants, createBrotliCompress, createGzip, type Gzip } from 'node:zlib'

const GIB = 1024 ** 3
const POST = `<!doctype html><title>A post</title><p>${'A post about long walks, and what one carries. '.repeat(9)}</p>`
const LINK = '<a href="http://acme.test/kit">Acme</a>'
const HTML = 'HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n'
const CHUNKED = `${HTML}Transfer-Encoding: chunked\r\n\r\n`

type Talk = (socket: Socket) => void

/** One server on loopback for every host and port; what it does with a caller is told by the path. */
export async function startHostileWorld() {
  const talks = await hostileTalks()
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => {})
    socket.once('data', (data) => {
      const path = /^\S+ (\/[^ ?]*)/.exec(data.toString('latin1'))?.[1] ?? ''
      const talk = talks[path.slice(1)] ?? notFound
      talk(socket)
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    port: (server.address() as AddressInfo).port,
    kinds: Object.keys(talks),
    close() {
      for (const socket of sockets) socket.destroy()
      return new Promise<void>((done) => server.close(() => done()))
    },
  }
}

async function hostileTalks(): Promise<Record<string, Talk>> {
  const [gzip, brotli] = await Promise.all([
    bomb(createGzip({ level: 6 })),
    bomb(createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 3 } })),
  ])
  return {
    good: whole(`${POST}${LINK}`),
    'bomb-gzip': coded('gzip', gzip),
    'bomb-br': coded('br', brotli),
    'endless-page': (socket) => {
      socket.write(CHUNKED)
      forever(socket, chunk(`<p>${'more '.repeat(3_000)}</p>`))
    },
    'endless-redirect': (socket) => {
      socket.write(
        'HTTP/1.1 302 Found\r\nLocation: /endless-redirect-too\r\nTransfer-Encoding: chunked\r\n\r\n',
      )
      forever(socket, chunk('x'.repeat(16_000)))
    },
    'endless-redirect-too': (socket) => {
      socket.write('HTTP/1.1 302 Found\r\nLocation: /endless-redirect\r\nTransfer-Encoding: chunked\r\n\r\n')
      forever(socket, chunk('x'.repeat(16_000)))
    },
    announcements: (socket) =>
      forever(socket, 'HTTP/1.1 103 Early Hints\r\nLink: </x>; rel=preload\r\n\r\n'.repeat(50)),
    'empty-lines': (socket) => forever(socket, '\r\n'.repeat(8_000)),
    'chunk-extensions': (socket) => {
      socket.write(`${CHUNKED}${chunk(POST + LINK)}`)
      forever(socket, `1;${'x'.repeat(8_000)}\r\n \r\n`)
    },
    'chunks-of-one-byte': (socket) => {
      socket.write(CHUNKED)
      forever(socket, chunk(' ').repeat(10_000))
    },
    'stalls-after-half': (socket) => {
      socket.write(`${HTML}Content-Length: 4000000\r\n\r\n${POST}${LINK}`)
      socket.write(' '.repeat(2_000_000))
    },
    'headers-drip': (socket) => {
      socket.write('HTTP/1.1 200 OK\r\n')
      every(socket, 50, 'X-More: y\r\n')
    },
    'headers-endless': (socket) => {
      socket.write('HTTP/1.1 200 OK\r\n')
      forever(socket, `X-More: ${'y'.repeat(1_000)}\r\n`)
    },
    silent: () => {},
    slow: (socket) => {
      socket.write(`${CHUNKED}${chunk(POST + LINK)}`)
      every(socket, 100, chunk(' '))
    },
    'hangs-up': (socket) => socket.destroy(),
    garbage: (socket) => forever(socket, 'SSH-2.0-OpenSSH_9.6\r\n'),
    'blows-up-parser': whole(`${Array.from({ length: 6_000 }, (_, n) => `<b id=${n}><p>`).join('')}${LINK}`),
    'nests-deeply': whole(`${'<div>'.repeat(400_000)}${LINK}`),
    'many-attributes': whole(
      `${Array.from({ length: 90_000 }, (_, n) => `<i a${n}=1 b c d e f>`).join('')}${LINK}`,
    ),
    'large-page': whole(`${`<p>${'word '.repeat(40)}</p>`.repeat(22_000)}${LINK}`),
  }
}

/** A gibibyte of white space, packed. */
async function bomb(packer: Gzip | BrotliCompress): Promise<Buffer> {
  const piece = Buffer.alloc(1024 * 1024, ' ')
  const parts: Buffer[] = []
  const source = Readable.from(Array.from({ length: GIB / piece.length }, () => piece))
  await pipeline(source, packer, async (packed: AsyncIterable<Buffer>) => {
    for await (const part of packed) parts.push(part)
  })
  return Buffer.concat(parts)
}

function notFound(socket: Socket) {
  socket.end('HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n')
}

function whole(body: string): Talk {
  const bytes = Buffer.from(body)
  return (socket) => {
    socket.write(`${HTML}Content-Length: ${bytes.length}\r\nConnection: close\r\n\r\n`)
    socket.end(bytes)
  }
}

function coded(coding: string, bytes: Buffer): Talk {
  return (socket) => {
    socket.write(`${HTML}Content-Encoding: ${coding}\r\nContent-Length: ${bytes.length}\r\n\r\n`)
    socket.end(bytes)
  }
}

function chunk(text: string): string {
  return `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`
}

/** Writes as fast as it is taken, until nobody takes any more. */
function forever(socket: Socket, piece: string) {
  const bytes = Buffer.from(piece)
  const write = () => {
    while (socket.writable && socket.write(bytes));
    if (socket.writable) socket.once('drain', write)
  }
  write()
}

function every(socket: Socket, ms: number, piece: string) {
  const timer = setInterval(() => socket.write(piece), ms)
  socket.on('close', () => clearInterval(timer))
}
