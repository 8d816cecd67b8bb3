import { parseWebAddress } from '#lib/domain/web-address.ts'
import type { Row } from '#lib/domain/workspace-file/table-fields.ts'

const NOUNS: Readonly<Record<string, string>> = { Prospect: 'prospect', Contact: 'contact' }

/** Values of fields of one's own that are links must be addresses of pages: lines tell the fields before the values. */
export class CustomLinks {
  private readonly links = new Set<string>()

  troubleWith(model: string, row: Row): string | null {
    if (model === 'CustomField' && row.kind === 'link') this.links.add(`${row.noun}:${row.key}`)
    const noun = NOUNS[model]
    if (!noun) return null
    const wrong = Object.entries(row.custom as Row).find(
      ([key, value]) => this.links.has(`${noun}:${key}`) && !parseWebAddress(String(value)).ok,
    )
    return wrong ? 'custom holds a link that is no address of a web page' : null
  }
}
