import { isQuotedPrintable } from './vcard-line.ts'

/** A card as it stands in the file: unfolded lines between BEGIN and END. */
export type VcardText = { line: number; properties: string[]; isCutOff: boolean }

/** What a card is read for. Photos, sounds and keys are let go while the file is read. */
const READ_PROPERTIES =
  /^(?:[\w-]{1,40}\.)?(?:version|fn|n|nickname|email|org|title|role|url|note|categories|uid|kind|x-ablabel|x-abshowas|x-socialprofile|agent)[;:]/i
const PROPERTY_MAX_CHARACTERS = 100_000
const MOST_PROPERTIES = 500

/** Collects the cards of a file line by line: folded lines, soft line breaks, and cards inside cards. */
export class VcardCollector {
  private card: VcardText | null = null
  private depth = 0
  /** The lines of the property that is being read; null while one is passed over. */
  private current: string[] | null = null
  private currentLength = 0
  private version = ''
  private isSoftBreak = false
  private isPassedOver = false

  /** Takes the next line. Answers with the card that it closes, or null. */
  push(text: string, line: number): VcardText | null {
    if (this.continuesLine(text)) return null
    if (/^\s*begin:vcard\s*$/i.test(text)) return this.begin(line)
    if (!this.card) return null
    if (/^\s*end:vcard\s*$/i.test(text)) return this.end()
    if (this.depth > 1) return null
    this.closeProperty()
    // A line without a colon is kept, to be counted as one that could not be read; below a photo it is more of the photo.
    if (/^[^:]{1,1000}:/.test(text)) this.isPassedOver = !READ_PROPERTIES.test(text)
    this.current = this.isPassedOver || text.trim() === '' ? null : []
    this.currentLength = 0
    this.append(text)
    if (/^version:/i.test(text)) this.version = text.slice(8).trim()
    this.isSoftBreak = text.endsWith('=') && isQuotedPrintable(text)
    return null
  }

  /** The card that the file ends within. */
  finish(): VcardText | null {
    const card = this.card
    if (!card) return null
    this.closeProperty()
    this.card = null
    return { ...card, isCutOff: true }
  }

  private continuesLine(text: string): boolean {
    if (/^\s*(?:begin|end):vcard\s*$/i.test(text)) {
      this.isSoftBreak = false
      return false
    }
    if (this.isSoftBreak) {
      const last = this.current?.pop()
      if (last !== undefined) this.current?.push(last.slice(0, -1))
      this.append(text)
      this.isSoftBreak = text.endsWith('=')
      return true
    }
    if (!/^[ \t]/.test(text) || !this.card) return false
    // vCard 2.1 folds where a space is and keeps it; later versions add one to be taken away.
    this.append(this.version === '2.1' ? text : text.slice(1))
    return true
  }

  private append(text: string): void {
    if (this.current === null || this.currentLength > PROPERTY_MAX_CHARACTERS) return
    this.current.push(text.slice(0, PROPERTY_MAX_CHARACTERS))
    this.currentLength += text.length
  }

  private begin(line: number): VcardText | null {
    const isInside = this.card !== null && /^agent[;:]/i.test(this.current?.[0] ?? '')
    if (isInside || this.depth > 1) {
      this.depth += 1
      return null
    }
    // A card that never ended, with the next one behind it: what it has was written whole.
    const before = this.card === null ? null : this.end()
    this.card = { line, properties: [], isCutOff: false }
    this.depth = 1
    this.version = ''
    this.isPassedOver = false
    return before
  }

  private end(): VcardText | null {
    this.depth -= 1
    if (this.depth > 0) return null
    const card = this.card
    this.closeProperty()
    this.card = null
    this.depth = 0
    return card
  }

  private closeProperty(): void {
    if (this.current !== null && this.card && this.card.properties.length < MOST_PROPERTIES) {
      this.card.properties.push(this.current.join(''))
    }
    this.current = null
  }
}
