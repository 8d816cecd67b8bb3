import { SaxesParser } from 'saxes'

/** Why a workbook is not read, for people. */
export class XlsxRefused extends Error {
  override name = 'XlsxRefused'
}

export type XmlHandlers = {
  /** Names come without their prefix. */
  open?: (name: string, attributes: Readonly<Record<string, string>>) => void
  close?: (name: string) => void
  text?: (text: string) => void
}

/** A tag or text longer than this is nothing a spreadsheet writes. */
const TOKEN_MAX_CHARACTERS = 4_194_304
const BROKEN = 'This workbook is damaged and could not be read to its end.'

/**
 * Reads XML as it arrives, and stops for breath after each chunk so that what the handlers collected can be taken away.
 * Document types, and with them entities, are refused. Throws XlsxRefused where the XML is broken.
 */
export async function* readXml(
  bytes: AsyncIterable<Uint8Array>,
  handlers: XmlHandlers,
): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, position: false })
  let silent = 0
  parser.on('error', () => {
    throw new XlsxRefused(BROKEN)
  })
  parser.on('doctype', () => {
    throw new XlsxRefused('This workbook carries a document type, which no spreadsheet program writes.')
  })
  parser.on('opentag', ({ name, attributes }) => {
    silent = 0
    handlers.open?.(localName(name), attributes)
  })
  parser.on('closetag', ({ name }) => {
    silent = 0
    handlers.close?.(localName(name))
  })
  parser.on('text', (text) => handlers.text?.(text))
  parser.on('cdata', (text) => handlers.text?.(text))
  const decoder = new TextDecoder('utf-8')
  for await (const chunk of bytes) {
    const text = decoder.decode(chunk, { stream: true })
    silent += text.length
    parser.write(text)
    if (silent > TOKEN_MAX_CHARACTERS) throw new XlsxRefused(BROKEN)
    yield
  }
  parser.close()
  yield
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
