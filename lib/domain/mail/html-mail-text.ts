import { convert } from 'html-to-text'

const LONGEST_HTML = 2_000_000
const DEEPEST = 200
const DEEPEST_OPEN = 1_000
const TAG = /<(\/?)([a-z][a-z0-9]{0,20})/gi
/** Elements that hold nothing, or end by themselves where the next begins. */
const ENDS_ITSELF =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|p|li|td|th|tr|dt|dd|option|thead|tbody|tfoot|html|body|head)$/i
const PLAIN_HEADING = { options: { uppercase: false } }

/**
 * The words of an HTML mail, as a plain one would carry them: blocks on lines of their own, quotes behind ">",
 * a rule as dashes, addresses of links and pictures left out.
 */
export function textOfHtmlMail(html: string): string {
  let quotes = 0
  return convert(notTooDeep(html.slice(0, LONGEST_HTML)), {
    wordwrap: false,
    limits: { maxDepth: DEEPEST, maxInputLength: LONGEST_HTML },
    formatters: {
      // A quote within a quote needs no second mark, and marking each level anew would cost the square of the depth.
      quoted: (element, walk, builder) => {
        quotes += 1
        builder.openBlock({ leadingLineBreaks: 2 })
        walk(element.children, builder)
        quotes -= 1
        const outermost = quotes === 0
        builder.closeBlock({
          trailingLineBreaks: 2,
          blockTransform: (text) =>
            outermost
              ? text
                  .split('\n')
                  .map((line) => `> ${line}`)
                  .join('\n')
              : text,
        })
      },
    },
    selectors: [
      { selector: 'a', options: { ignoreHref: true } },
      { selector: 'img', format: 'skip' },
      { selector: 'head', format: 'skip' },
      { selector: 'blockquote', format: 'quoted' },
      { selector: 'hr', options: { length: 20 } },
      { selector: 'p', options: { leadingLineBreaks: 1, trailingLineBreaks: 2 } },
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, ...PLAIN_HEADING })),
    ],
  })
}

/** The HTML up to where more elements are open than any mail has: the parser's time grows with the square of that. */
function notTooDeep(html: string): string {
  let open = 0
  for (const { 1: slash, 2: name = '', index } of html.matchAll(TAG)) {
    if (ENDS_ITSELF.test(name)) continue
    open = Math.max(0, open + (slash === '/' ? -1 : 1))
    if (open > DEEPEST_OPEN) return html.slice(0, index)
  }
  return html
}
