import { Disclosure } from '#components/ui/disclosure.tsx'
import { WrittenText } from '#components/ui/quote.tsx'

/** What is new in a mail; what it quotes is one click away, and nothing is lost. */
export function FoldedMail({ text, shown }: { text: string; shown: string }) {
  return (
    <div dir="auto" className="max-w-measure wrap-anywhere">
      {shown.trim() === '' ? (
        <p className="text-ink-soft">
          {text.trim() === '' ? 'Its words could not be read.' : 'There is nothing in it but what you wrote.'}
        </p>
      ) : (
        <WrittenText>{shown}</WrittenText>
      )}
      {shown.trim() === text.trim() ? null : (
        <Disclosure summary="The whole mail">
          <WrittenText>{text}</WrittenText>
        </Disclosure>
      )}
    </div>
  )
}
