const number = new Intl.NumberFormat('en-GB')

/** "1 page", "1,204 pages". */
export function pagesInWords(pages: number): string {
  return `${number.format(pages)} ${pages === 1 ? 'page' : 'pages'}`
}

/** "1,204". */
export function inDigits(count: number): string {
  return number.format(count)
}
