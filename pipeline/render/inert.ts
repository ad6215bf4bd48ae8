import type {ElementContent} from 'hast'
import type {BlockContent, Nodes, PhrasingContent} from 'mdast'
import type {Handlers, State} from 'mdast-util-to-hast'

type Jsx = Extract<Nodes, {readonly type: 'mdxJsxFlowElement' | 'mdxJsxTextElement'}>
type Expression = Extract<Nodes, {readonly type: 'mdxFlowExpression' | 'mdxTextExpression'}>
type Box = Extract<Nodes, {readonly type: 'containerDirective'}>

/**
 * How MDX and boxes are shown without running anything: HTML elements as themselves, components as
 * what stands in them under their title, an expression that says just its text as that text, and
 * any other as code. All of it is cleaned like the rest of the body afterwards.
 */
export const inert: Handlers = {
  mdxjsEsm: () => undefined,
  mdxFlowExpression: (_state: State, node: Expression) => expression(node, 'p'),
  mdxTextExpression: (_state: State, node: Expression) => expression(node, undefined),
  mdxJsxFlowElement: (state: State, node: Jsx) => element(state, node, 'div'),
  mdxJsxTextElement: (state: State, node: Jsx) => element(state, node, 'span'),
  containerDirective: (state: State, node: Box) => box(state, node),
}

function element(state: State, node: Jsx, plain: 'div' | 'span'): ElementContent {
  const {name} = node
  const isHtml = name !== null && /^[a-z][a-z\d]*$/u.test(name)
  const children = state.all(node)
  if (isHtml) return {type: 'element', tagName: name, properties: written(node), children}
  const {title} = written(node)
  return {
    type: 'element',
    tagName: plain,
    properties: {},
    children: title === undefined || title === '' ? children : [headed(title, plain), ...children],
  }
}

function headed(title: string, plain: 'div' | 'span'): ElementContent {
  const strong = made('strong', [{type: 'text', value: title}])
  return plain === 'div' ? made('p', [strong]) : strong
}

/** Attributes that are written out; those that would have to be computed are left out. */
function written({attributes}: Jsx): Readonly<Record<string, string>> {
  return Object.fromEntries(
    attributes.flatMap((attribute) =>
      attribute.type === 'mdxJsxAttribute' && typeof attribute.value !== 'object'
        ? [[attribute.name, attribute.value ?? '']]
        : [],
    ),
  )
}

function expression({value}: Expression, block: 'p' | undefined): ElementContent | undefined {
  const code = value.replace(/\/\*[^]*?\*\//gu, '').trim()
  if (code === '') return undefined
  const said = /^(["'`])((?:(?!\1)[^\\$])*)\1$/u.exec(code)?.[2]
  const shown: ElementContent =
    said === undefined ? made('code', [{type: 'text', value: code}]) : {type: 'text', value: said}
  return block === undefined ? shown : made(block, [shown])
}

/** A box's label, where it has one, is what its first paragraph says in bold. */
function box(state: State, node: Box): ElementContent {
  const [first, ...rest] = node.children
  const isLabel = first?.type === 'paragraph' && first.data?.directiveLabel === true
  if (!isLabel) return made('div', state.all(node))
  const label: readonly PhrasingContent[] = [{type: 'strong', children: first.children}]
  const children: readonly BlockContent[] = [{...first, children: [...label]}]
  return made('div', state.all({...node, children: [...children, ...rest]}))
}

function made(tagName: string, children: ElementContent[]): ElementContent {
  return {type: 'element', tagName, properties: {}, children}
}
