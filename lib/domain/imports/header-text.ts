const HEADER_MAX_CHARACTERS = 200

/** A header as formats are told by it: lower case, single spaces, without the star of a required column. */
export function headerKey(header: string): string {
  return header
    .slice(0, HEADER_MAX_CHARACTERS)
    .normalize('NFKC')
    .replace(/[\u200b\ufeff]/g, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^[\s"]+/, '')
    .replace(/[\s"*]+$/, '')
}

/** A header as people's own words are compared: letters and digits only ("E-mail", "e_mail" and "E mail:" are one). */
export function headerWords(header: string): string {
  return headerKey(header)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
