/**
 * The 33 requirements of KWCAG 2.2 (KS X OT0003:2022) and the success criteria of WCAG 2.2 they
 * answer to. The standard holds no such table; this one is by its text and NIA's guide to it.
 */
export interface Requirement {
  /** By the standard's own numbering, `5.1.1` to `8.2.1`. */
  readonly number: string
  /** Its name, which is Korean only. */
  readonly name: string
  readonly criteria: readonly string[]
  /** Criteria that are its own for one kind of thing and another requirement's for the rest. */
  readonly also: readonly string[]
  /** `alike`: both texts ask the same. `partly`: they overlap, and either asks more than the other. */
  readonly match: 'alike' | 'partly'
}

/** What KWCAG asks where WCAG has a criterion: nothing for 1.4.10, 1.4.11, 1.4.12, 2.4.11, 3.1.2. */
export function requirementsOn(criterion: string): readonly Requirement[] {
  return kwcag.flatMap((one) => {
    if (one.criteria.includes(criterion)) return [one]
    return one.also.includes(criterion) ? [{...one, match: 'partly'} as const] : []
  })
}

/** The one that is meant where a check is about one kind of thing: tables, headings, labels, frames. */
export function requirementsOf(criterion: string, check: string): readonly Requirement[] {
  const all = requirementsOn(criterion)
  const [, , number] = kinds.find(([of, about]) => of === criterion && about.test(check)) ?? []
  return number === undefined ? all : all.filter((one) => one.number === number)
}

const tables = /table|td-|th-|scope|caption|header-cells|\bH(39|43|63|73)\b/
const labels =
  /label|grouped-fields|error-message|select-name|(input|toggle)-field|\b(F68|H44|H71)\b/

const kinds: readonly (readonly [criterion: string, about: RegExp, number: string])[] = [
  ['1.3.1', tables, '5.3.1'],
  ['1.3.1', labels, '7.3.2'],
  ['1.3.1', /./, '5.3.2'],
  ['4.1.2', /frame-(title|name)|\bH64\b/, '6.4.2'],
  ['4.1.2', labels, '7.3.2'],
  ['4.1.2', /./, '8.2.1'],
]

/** All of them. 5.4.4 and 6.4.4 have no criterion in WCAG 2.2; 8.1.1 is WCAG 2.1's 4.1.1. */
export const kwcag: readonly Requirement[] = [
  alike('5.1.1', '적절한 대체 텍스트 제공', '1.1.1'),
  partly('5.2.1', '자막 제공', '1.2.1', '1.2.2', '1.2.3'),
  partly('5.3.1', '표의 구성', '1.3.1'),
  {...alike('5.3.2', '콘텐츠의 선형구조', '1.3.2'), also: ['1.3.1']},
  alike('5.3.3', '명확한 지시사항 제공', '1.3.3'),
  alike('5.4.1', '색에 무관한 콘텐츠 인식', '1.4.1'),
  alike('5.4.2', '자동 재생 금지', '1.4.2'),
  alike('5.4.3', '텍스트 콘텐츠의 명도 대비', '1.4.3'),
  partly('5.4.4', '콘텐츠 간의 구분'),
  alike('6.1.1', '키보드 사용 보장', '2.1.1'),
  alike('6.1.2', '초점 이동과 표시', '2.1.2', '2.4.3', '2.4.7'),
  partly('6.1.3', '조작 가능', '2.5.8'),
  alike('6.1.4', '문자 단축키', '2.1.4'),
  alike('6.2.1', '응답시간 조절', '2.2.1'),
  alike('6.2.2', '정지 기능 제공', '2.2.2'),
  alike('6.3.1', '깜빡임과 번쩍임 사용 제한', '2.3.1'),
  partly('6.4.1', '반복 영역 건너뛰기', '2.4.1'),
  {...partly('6.4.2', '제목 제공', '2.4.2', '2.4.6'), also: ['4.1.2']},
  alike('6.4.3', '적절한 링크 텍스트', '2.4.4'),
  partly('6.4.4', '고정된 참조 위치 정보'),
  alike('6.5.1', '단일 포인터 입력 지원', '2.5.1'),
  alike('6.5.2', '포인터 입력 취소', '2.5.2'),
  alike('6.5.3', '레이블과 네임', '2.5.3'),
  alike('6.5.4', '동작기반 작동', '2.5.4'),
  alike('7.1.1', '기본 언어 표시', '3.1.1'),
  partly('7.2.1', '사용자 요구에 따른 실행', '3.2.1', '3.2.2'),
  alike('7.2.2', '찾기 쉬운 도움 정보', '3.2.6'),
  alike('7.3.1', '오류 정정', '3.3.1', '3.3.3'),
  {...alike('7.3.2', '레이블 제공', '3.3.2'), also: ['1.3.1', '4.1.2']},
  alike('7.3.3', '접근 가능한 인증', '3.3.8'),
  alike('7.3.4', '반복 입력 정보', '3.3.7'),
  alike('8.1.1', '마크업 오류 방지', '4.1.1'),
  alike('8.2.1', '웹 애플리케이션 접근성 준수', '4.1.2'),
]

function alike(number: string, name: string, ...criteria: readonly string[]): Requirement {
  return {number, name, criteria, also: [], match: 'alike'}
}

function partly(number: string, name: string, ...criteria: readonly string[]): Requirement {
  return {number, name, criteria, also: [], match: 'partly'}
}
