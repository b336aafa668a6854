// Keeps a form in the open page while there is no network, and gives the print button its work. Every page works without.
(() => {
  const waitMillis = 8000;

  /** Whether the house can be reached: asked just before sending, since a telephone often believes that it is connected. */
  async function reachable() {
    if (!navigator.onLine) return false;
    const control = new AbortController();
    const timer = setTimeout(() => control.abort(), waitMillis);
    try {
      await fetch("/healthz", { method: "HEAD", cache: "no-store", signal: control.signal });
      return true;
    } catch {
      return false;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Says in the form that nothing was sent; says nothing twice. */
  function tell(form) {
    if (form.querySelector(".offline")) return;
    const note = document.createElement("p");
    note.className = "note offline";
    note.setAttribute("role", "alert");
    note.textContent = form.dataset.offline;
    const button = form.querySelector("button.main");
    button.before(note);
    button.dataset.text = button.textContent;
    button.textContent = form.dataset.wait;
    note.scrollIntoView({ block: "center" });
  }

  function untell(form) {
    const note = form.querySelector(".offline");
    if (!note) return;
    note.remove();
    const button = form.querySelector("button.main");
    button.textContent = button.dataset.text;
  }

  /** What the pressed button says goes along, as if the form had been sent at once. */
  function send(form, by) {
    untell(form);
    if (by && by.name) {
      const pressed = document.createElement("input");
      pressed.type = "hidden";
      pressed.name = by.name;
      pressed.value = by.value;
      form.append(pressed);
    }
    form.submit();
  }

  for (const form of document.querySelectorAll("form[data-offline]")) {
    let asking = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (asking) return;
      asking = true;
      void reachable().then((fine) => {
        asking = false;
        if (fine) send(form, event.submitter);
        else tell(form);
      });
    });
    addEventListener("online", () => untell(form));
  }

  /** District and street of the closest street; the two fields work without it. */
  function locate(box) {
    const said = box.querySelector("[role=status]");
    const tell = (words) => {
      said.textContent = words;
    };
    box.hidden = false;
    box.querySelector("button").addEventListener("click", () => {
      tell(box.dataset.wait);
      const found = async ({ coords }) => {
        try {
          const body = new URLSearchParams({ lat: coords.latitude, lon: coords.longitude });
          const near = await fetch("/submit/near", { method: "POST", body });
          if (near.status !== 200) return tell(box.dataset.none);
          const { area, street } = await near.json();
          document.getElementById("area").value = area;
          document.getElementById("street").value = street;
          tell(box.dataset.done);
        } catch {
          tell(box.dataset.refused);
        }
      };
      navigator.geolocation.getCurrentPosition(
        (place) => void found(place),
        () => tell(box.dataset.refused),
        { timeout: waitMillis },
      );
    });
  }

  if (navigator.geolocation && window.isSecureContext) {
    for (const box of document.querySelectorAll("[data-locate]")) locate(box);
  }

  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }
})();
