import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { isFromElsewhere, uploadedFile } from './uploaded-file.ts'

const URL_OF_FORM = 'https://rapport.test/upload'

function formWith(fields: Record<string, string | File>): Request {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return new Request(URL_OF_FORM, { method: 'POST', body: form })
}

describe('an uploaded file', () => {
  it('arrives as it is, under its own name', async () => {
    const file = await uploadedFile(formWith({ file: new File(['abc'], 'shop.zip') }))
    expect(file?.name).toBe('shop.zip')
    expect(String(await buffer(Readable.from(file?.bytes ?? [])))).toBe('abc')
  })

  it('never has a path for a name', async () => {
    for (const name of ['../../etc/passwd', 'C:\\Users\\a\\passwd', '/etc/passwd']) {
      expect((await uploadedFile(formWith({ file: new File(['x'], name) })))?.name).toBe('passwd')
    }
  })

  it('is null where a form carries none, or where it is no such form', async () => {
    expect(await uploadedFile(formWith({ other: 'text' }))).toBeNull()
    expect(await uploadedFile(new Request(URL_OF_FORM, { method: 'POST', body: 'text' }))).toBeNull()
    expect(await uploadedFile(new Request(URL_OF_FORM))).toBeNull()
  })

  it('ends in an error when the line goes dead', async () => {
    const body = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.zip"\r\n\r\nabc'
    const headers = { 'content-type': 'multipart/form-data; boundary=x' }
    const read = async () => {
      const file = await uploadedFile(new Request(URL_OF_FORM, { method: 'POST', body, headers }))
      return buffer(Readable.from(file?.bytes ?? []))
    }
    await expect(read()).rejects.toThrow()
  })

  it('is not taken from a form on another site', () => {
    const from = (site: string) =>
      isFromElsewhere(new Request(URL_OF_FORM, { headers: { 'sec-fetch-site': site } }))
    expect(['cross-site', 'same-site', 'same-origin', 'none'].map(from)).toEqual([true, true, false, false])
  })
})
