import { Table, Td, Th, Tr } from '#components/ui/table.tsx'
import type { DocumentedField } from './openapi-reading.ts'

type FieldTableProps = {
  caption: string
  fields: readonly DocumentedField[]
  /** What it means that a field is marked. */
  certain?: string
}

export function FieldTable({ caption, fields, certain = 'Needed' }: FieldTableProps) {
  return (
    <Table
      still
      caption={caption}
      head={
        <>
          <Th>Name</Th>
          <Th>What it is</Th>
          <Th>{certain}</Th>
        </>
      }
    >
      {fields.map(({ name, kind, isRequired }) => (
        <Tr key={name}>
          <Td>
            <code>{name}</code>
          </Td>
          <Td label="What it is">
            <span className="break-words">{kind}</span>
          </Td>
          <Td label={certain}>{isRequired ? 'Yes' : 'No'}</Td>
        </Tr>
      ))}
    </Table>
  )
}
