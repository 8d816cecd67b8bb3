import { Badge } from '#components/ui/badge.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { FieldTable } from './field-table.tsx'
import { type DocumentedOperation, type JsonSchema, namedSchema } from './openapi-reading.ts'

type OperationSectionProps = {
  operation: DocumentedOperation
  schemas: Readonly<Record<string, JsonSchema>>
  /** The operation under which its answer is described. */
  answerAt: string
}

/** One thing a program may ask: where, with what, and what comes back. */
export function OperationSection({ operation, schemas, answerAt }: OperationSectionProps) {
  const { id, method, path, summary, description, parameters, body, status, answer } = operation
  return (
    <article id={id} className="flex flex-col gap-3 border-t border-line pt-4 first:border-t-0 first:pt-0">
      <h3 className="font-semibold">{summary}</h3>
      <p className="flex flex-wrap items-center gap-2">
        <Badge>{method}</Badge>
        <code className="break-all">/api/v1{path}</code>
      </p>
      {description.map((words) => (
        <p key={words} className="max-w-measure text-ink-soft">
          {words}
        </p>
      ))}
      {parameters.length > 0 ? (
        <Disclosure summary="What stands in the address and the headers">
          <FieldTable caption={`Parameters of ${summary}`} fields={parameters} />
        </Disclosure>
      ) : null}
      {body.length > 0 ? (
        <Disclosure summary="What to send">
          <FieldTable caption={`Body of ${summary}`} fields={body} />
        </Disclosure>
      ) : null}
      {answerAt === id ? (
        <Disclosure summary={`What comes back (${status}, ${answer})`}>
          <FieldTable
            caption={`Answer of ${summary}`}
            fields={namedSchema(answer, schemas)}
            certain="Always there"
          />
        </Disclosure>
      ) : (
        <p>
          What comes back ({status}):{' '}
          <a href={`#${answerAt}`} className="ink-link">
            {answer}
          </a>
        </p>
      )}
    </article>
  )
}
