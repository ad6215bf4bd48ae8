import type {ComponentChildren} from 'preact'

/**
 * A cell that shows its column's name where the screen is too narrow for a head. Whoever hears the
 * table is told by the head, which is there all the same.
 */
export function Cell({
  column,
  class: name,
  children,
}: {
  readonly column: ComponentChildren
  readonly class?: string
  readonly children: ComponentChildren
}) {
  return (
    <td role="cell" class={name}>
      <span class="column" aria-hidden="true">
        {column}
      </span>
      {children}
    </td>
  )
}
