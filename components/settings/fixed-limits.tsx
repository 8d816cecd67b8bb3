import { Section } from '#components/ui/panel.tsx'
import { Table, Td, Th, Tr } from '#components/ui/table.tsx'
import { FIXED_LIMITS } from '#lib/domain/workspace-limits.ts'

/** What stays as it is in every workspace. */
export function FixedLimits() {
  return (
    <Section title="The same for everybody">
      <Table
        caption="Limits that nobody can change"
        head={
          <>
            <Th>Limit</Th>
            <Th>Holds</Th>
            <Th>Why</Th>
          </>
        }
      >
        {FIXED_LIMITS.map(({ label, value, why }) => (
          <Tr key={label}>
            <Td>
              <span className="font-semibold">{label}</span>
            </Td>
            <Td label="Holds">{value}</Td>
            <Td label="Why">
              <span className="text-sm text-ink-soft">{why}</span>
            </Td>
          </Tr>
        ))}
      </Table>
    </Section>
  )
}
