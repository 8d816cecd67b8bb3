import type { ComponentProps } from 'react'

/** A form that asks for a page by its address, changed in place where scripts run (components/shell/soft-navigation.tsx). */
export function SearchForm(form: ComponentProps<'form'> & { action: string }) {
  return <form {...form} data-soft="" />
}
