/** A property's value, and whether it is marked `!important`. */
export type Declared = { value: string; important: boolean }
export type Declarations = ReadonlyMap<string, Declared>

const EVERYWHERE = 'inherit|initial|unset|revert|revert-layer'
/** What can be told only where it is computed. Such a declaration is never dropped. */
const COMPUTED = /\b(?:var|env|attr|if)\(|^--[\w-]+\(/
const WORDS: Readonly<Record<string, RegExp>> = {
  display: new RegExp(
    `^(?:none|contents|(?:inline-)?(?:block|flex|grid|table)|list-item|flow-root|table-(?:row|cell|column|caption|(?:row|header|footer|column)-group)|ruby(?:-base|-text)?|math|-webkit-(?:inline-)?(?:box|flex)|(?:block|inline|run-in|list-item|flow|flow-root|table|flex|grid|ruby|math)(?:\\s+(?:block|inline|list-item|flow|flow-root|table|flex|grid|ruby|math)){0,2}|${EVERYWHERE})$`,
  ),
  visibility: new RegExp(`^(?:visible|hidden|collapse|${EVERYWHERE})$`),
  'content-visibility': new RegExp(`^(?:visible|hidden|auto|${EVERYWHERE})$`),
  position: new RegExp(`^(?:static|relative|absolute|fixed|(?:-webkit-)?sticky|${EVERYWHERE})$`),
}

/**
 * The declarations of a rule or a `style` attribute, without strings and comments. Of the same property the last counts,
 * an important one before others; one that browsers cannot read is dropped (CSS Syntax 3).
 */
export function readDeclarations(text: string, wanted?: ReadonlySet<string>): Declarations {
  const found = new Map<string, Declared>()
  for (const declaration of text.split(';')) {
    const colon = declaration.indexOf(':')
    if (colon === -1) continue
    const property = declaration.slice(0, colon).trim().toLowerCase()
    if (wanted && !wanted.has(property)) continue
    const given = declaration
      .slice(colon + 1)
      .trim()
      .toLowerCase()
    const important = given.endsWith('important') && /!\s*important$/.test(given)
    const value = important ? given.replace(/\s*!\s*important$/, '') : given
    if ((found.get(property)?.important && !important) || !isReadable(property, value)) continue
    found.set(property, { value, important })
  }
  return found
}

/** Whether browsers know such a declaration, as far as it is one of those read here; null for other properties. */
export function isKnown(property: string, value: string): boolean | null {
  const words = WORDS[property]
  return words ? words.test(value) || COMPUTED.test(value) : null
}

/** Whether a value is known only where it is computed. */
export function isComputed(value: string | undefined): boolean {
  return value !== undefined && (COMPUTED.test(value) || value === 'revert-layer')
}

function isReadable(property: string, value: string): boolean {
  return value !== '' && isKnown(property, value) !== false
}
