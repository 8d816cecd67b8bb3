import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { isSameOrigin, takeUpload } from './upload.ts'

const URL_OF_FORM = 'https://rapport.test/upload'
const ROOM = { maxBytes: 1_000 }

function formWith(fields: Record<string, string | File>): Request {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return new Request(URL_OF_FORM, { method: 'POST', body: form })
}

const taken = (request: Request, room = ROOM) =>
  takeUpload(request, room, async ({ fileName, bytes }) => ({
    fileName,
    text: String(await buffer(Readable.from(bytes))),
  }))

describe('an uploaded file', () => {
  it('arrives as it is, under its own name', async () => {
    expect(await taken(formWith({ file: new File(['abc'], 'shop.zip') }))).toEqual({
      fileName: 'shop.zip',
      text: 'abc',
    })
  })

  it('never has a path for a name', async () => {
    for (const name of ['../../etc/passwd', 'C:\\Users\\a\\passwd', '/etc/passwd']) {
      expect((await taken(formWith({ file: new File(['x'], name) }))).fileName).toBe('passwd')
    }
  })

  it('is missed where a form carries none, or where it is no such form', async () => {
    const none = { problem: 'no-file' }
    await expect(taken(formWith({ other: 'text' }))).rejects.toMatchObject(none)
    await expect(taken(new Request(URL_OF_FORM, { method: 'POST', body: 'text' }))).rejects.toMatchObject(
      none,
    )
    await expect(taken(new Request(URL_OF_FORM))).rejects.toMatchObject(none)
  })

  it('ends in an error when the line goes dead', async () => {
    const body = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.zip"\r\n\r\nabc'
    const headers = { 'content-type': 'multipart/form-data; boundary=x' }
    await expect(taken(new Request(URL_OF_FORM, { method: 'POST', body, headers }))).rejects.toMatchObject({
      problem: 'broke-off',
    })
  })

  it('may be as long as is allowed, and no longer', async () => {
    const long = (bytes: number) => formWith({ file: new File(['x'.repeat(bytes)], 'long.csv') })
    expect((await taken(long(1_000))).text).toHaveLength(1_000)
    await expect(taken(long(1_001))).rejects.toMatchObject({ problem: 'too-large' })
  })

  it('is said no to before it is read, and the form is heard to its end', async () => {
    const no = takeUpload(formWith({ file: new File(['x'.repeat(500)], 'a.csv') }), ROOM, async () => {
      throw new Error('not now')
    })
    await expect(no).rejects.toThrow('not now')
  })

  it('is not taken from a form on another site', () => {
    const from = (site: string) =>
      isSameOrigin(new Request(URL_OF_FORM, { headers: { 'sec-fetch-site': site } }), 'https://rapport.test')
    expect(['cross-site', 'same-site', 'same-origin', 'none'].map(from)).toEqual([false, false, true, false])
  })
})
