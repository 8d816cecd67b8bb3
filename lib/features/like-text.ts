/** Words as they are, for `contains`: PostgreSQL's LIKE gives %, _ and \ a meaning that nobody types them for. */
export function likeText(words: string): string {
  return words.replace(/[\\%_]/g, '\\$&')
}
