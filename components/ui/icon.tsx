import type { IconNode } from 'lucide'
import type { SVGProps } from 'react'
import { classNames } from './class-names.ts'

export type { IconNode }

type IconProps = Pick<SVGProps<SVGSVGElement>, 'className' | 'strokeWidth'> & {
  /** The picture: one of the package `lucide`. */
  of: IconNode
}

/**
 * A picture beside words, which say what it means: readers of screens pass it by. It is markup and nothing else, as a
 * component of the browser's for each would weigh more than the rest of a row. Its look is in globals.css.
 */
export function Icon({ of, className, strokeWidth }: IconProps) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 24 24"
      {...(strokeWidth ? { strokeWidth } : undefined)}
      className={classNames('icon', className)}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: shapes out of the package, no word of anybody's
      dangerouslySetInnerHTML={{ __html: shapesOf(of) }}
    />
  )
}

const written = new WeakMap<IconNode, string>()

function shapesOf(icon: IconNode): string {
  const known = written.get(icon)
  if (known !== undefined) return known
  const shapes = icon
    .map(([tag, attributes]) => {
      const said = Object.entries(attributes).map(([name, value]) => `${name}="${value}"`)
      return `<${[tag, ...said].join(' ')}/>`
    })
    .join('')
  written.set(icon, shapes)
  return shapes
}
