declare module 'html-encoding-sniffer' {
  export default function sniffHTMLEncoding(
    bytes: Uint8Array,
    options?: {
      xml?: boolean
      transportLayerEncodingLabel?: string
      defaultEncoding?: string
      maxPrescanBytes?: number
    },
  ): string
}

declare module 'whatwg-mimetype' {
  export class MIMEType {
    constructor(input: string)
    static parse(input: string): MIMEType | null
    readonly essence: string
    readonly type: string
    readonly subtype: string
    readonly parameters: Map<string, string>
    isHTML(): boolean
    isXML(): boolean
  }
  export function computedMIMEType(
    bytes: Uint8Array,
    options?: { contentTypeHeader?: string; noSniff?: boolean },
  ): MIMEType
}
