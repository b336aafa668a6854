import { describedBy, type FieldProps, Said } from "../../form-errors.tsx";

/** One box to tick. */
export function Tick({ name, label, hint, errors, value }: FieldProps & { readonly value: string }) {
  return (
    <div class={errors[name] ? "field wrong" : "field"}>
      <Said name={name} hint={hint} errors={errors} />
      <label class="choice">
        <input
          type="checkbox"
          id={name}
          name={name}
          value="yes"
          checked={value === "yes"}
          aria-describedby={describedBy(name, hint, errors)}
        />
        <span>{label}</span>
      </label>
    </div>
  );
}
