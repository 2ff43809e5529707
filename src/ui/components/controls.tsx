import type { ComponentChildren } from 'preact';

/** Native inputs under a drawn face: keyboard, forms and screen readers know them already. */

export interface Choice<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly note?: string;
}

export function Segments<T extends string>(props: {
  readonly name: string;
  readonly label: string;
  readonly value: T;
  readonly choices: readonly Choice<T>[];
  readonly onChoose: (value: T) => void;
}) {
  return (
    <div class="segments" role="radiogroup" aria-label={props.label}>
      {props.choices.map(({ value, label }) => (
        <label key={value}>
          <input type="radio" name={props.name} checked={value === props.value} onChange={() => props.onChoose(value)} />
          {label}
        </label>
      ))}
    </div>
  );
}

export function Choices<T extends string>(props: {
  readonly name: string;
  readonly legend: ComponentChildren;
  readonly value: T;
  readonly choices: readonly Choice<T>[];
  readonly onChoose: (value: T) => void;
}) {
  return (
    <fieldset class="choices">
      <legend>{props.legend}</legend>
      {props.choices.map(({ value, label, note }) => (
        <label key={value}>
          <input type="radio" name={props.name} checked={value === props.value} onChange={() => props.onChoose(value)} />
          <span>{label}</span>
          {note && <span class="small">{note}</span>}
        </label>
      ))}
    </fieldset>
  );
}

/** Any number of them, in a row. */
export function Chips<T extends string>(props: {
  readonly label: string;
  readonly values: readonly T[];
  readonly choices: readonly Choice<T>[];
  readonly onChange: (values: readonly T[]) => void;
}) {
  const turn = (value: T) =>
    props.onChange(
      props.choices.map((c) => c.value).filter((v) => (v === value ? !props.values.includes(v) : props.values.includes(v))),
    );
  return (
    <fieldset class="chips" aria-label={props.label}>
      {props.choices.map(({ value, label }) => (
        <label key={value}>
          <input type="checkbox" checked={props.values.includes(value)} onChange={() => turn(value)} />
          {label}
        </label>
      ))}
    </fieldset>
  );
}

export function Switch(props: {
  readonly label: string;
  readonly on: boolean;
  readonly disabled?: boolean;
  readonly describedBy?: string;
  readonly onTurn: (on: boolean) => void;
}) {
  return (
    <input
      type="checkbox"
      role="switch"
      class="switch"
      aria-label={props.label}
      aria-describedby={props.describedBy}
      checked={props.on}
      aria-checked={props.on}
      disabled={props.disabled}
      onChange={(event) => props.onTurn(event.currentTarget.checked)}
    />
  );
}
