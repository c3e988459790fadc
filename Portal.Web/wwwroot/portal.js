// One ES module without dependencies. Every feature is optional: pages work without it. All words come from the page.
const one = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const say = (element, words) => { if (element && words && element.textContent !== words) element.textContent = words; };

// Error summary: focused once; its links move the focus into the field and keep the label in view.
// An address that names a field leads straight into it.
const summary = one('[data-error-summary]');
const named = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
(named?.matches?.('input, select, textarea') ? named : summary ?? one('[data-focus]'))?.focus();
summary?.addEventListener('click', (event) => {
  const link = event.target.closest('a[href^="#"]');
  const field = link && document.getElementById(link.hash.slice(1));
  if (!field) return;
  event.preventDefault();
  (field.closest('fieldset.field--err') ?? one(`label[for="${CSS.escape(field.id)}"]`) ?? field).scrollIntoView();
  field.focus({ preventScroll: true });
});

// Draft autosave: 2 s after the last input and when the tab is hidden, never while an input method composes, one at a time.
const PAUSE = 2000, RETRY = 15000, BEACON = 60000;

class Draft {
  constructor(form) {
    Object.assign(this, { form, status: one('[role=status]', form), dirty: false, busy: false, composing: false, stopped: false });
    form.addEventListener('compositionstart', () => { this.composing = true; });
    form.addEventListener('compositionend', () => { this.composing = false; this.arm(PAUSE); });
    form.addEventListener('input', () => { this.dirty = true; this.arm(PAUSE); });
    form.addEventListener('submit', (event) => this.leave(event));
    document.addEventListener('visibilitychange', () => { if (document.hidden) this.save(); });
    addEventListener('beforeunload', (event) => { if (this.dirty) event.preventDefault(); });
  }

  // A save on its way would make the form's version old: wait for its answer, then send the form.
  leave(event) {
    clearTimeout(this.timer);
    this.dirty = false;
    if (!this.busy) return;
    event.preventDefault();
    this.submitter = event.submitter;
  }

  arm(delay) {
    clearTimeout(this.timer);
    if (this.dirty && !this.composing && !this.stopped) this.timer = setTimeout(() => this.save(), delay);
  }

  body() {
    const data = new FormData(this.form);
    for (const [name, value] of [...data]) if (value instanceof File) data.delete(name);
    return data;
  }

  async save() {
    if (this.busy || this.composing || this.stopped || !this.dirty) return;
    clearTimeout(this.timer);
    this.busy = true;
    this.dirty = false;
    const delay = await this.send().catch(() => this.failed('offline', RETRY));
    this.busy = false;
    if (this.submitter) this.form.requestSubmit(this.submitter);
    else this.arm(delay);
  }

  async send() {
    const body = this.body();
    // A hidden tab may be closing: keepalive outlives it, but browsers cap its body at 64 KiB.
    const keepalive = document.hidden && [...body].reduce((sum, [, value]) => sum + 3 * value.length, 0) < BEACON;
    const response = await fetch(this.form.dataset.autosave, { method: 'POST', body, keepalive, redirect: 'error', headers: { 'X-Autosave': '1' } });
    if (response.status === 409) return this.stop('conflict', (await response.json().catch(() => ({}))).message);
    if (response.status === 401) return this.stop('signedout');
    if (response.status === 413) return this.failed('toolarge', 2 ** 30);
    if (!response.ok) throw new Error(response.status);
    const { message, version } = await response.json();
    if (version !== undefined && this.form.elements.Version) this.form.elements.Version.value = version;
    this.tell(message, true);
    return PAUSE;
  }

  failed(reason, delay, words = this.form.dataset[reason]) {
    this.dirty = true;
    this.tell(words, false);
    return delay;
  }

  tell(words, saved) {
    this.status?.classList.toggle('is-failed', !saved);
    say(this.status, words);
  }

  stop(reason, words) {
    this.stopped = reason === 'conflict';
    return this.failed(reason, RETRY, words);
  }
}

all('form[data-autosave]').forEach((form) => new Draft(form));

// Character counter in user-perceived characters, the server's rule; announced at pauses only, not on load.
const language = document.documentElement.lang;
const graphemes = new Intl.Segmenter(language, { granularity: 'grapheme' });
const plural = new Intl.PluralRules(language);

for (const counter of all('[data-max]')) {
  const field = document.getElementById(counter.dataset.for);
  const [shown, spoken] = counter.children;
  let timer;
  const count = (event) => {
    const left = counter.dataset.max - [...graphemes.segment(field.value.replaceAll('\r\n', '\n'))].length;
    const form = plural.select(Math.abs(left)) === 'one' ? 'One' : 'Other';
    const words = counter.dataset[(left < 0 ? 'over' : 'left') + form].replace('{Count}', Math.abs(left).toLocaleString(language));
    say(shown, words);
    counter.classList.toggle('is-over', left < 0);
    clearTimeout(timer);
    if (event) timer = setTimeout(() => say(spoken, words), 1200);
  };
  field.addEventListener('input', count);
  count();
}

// Confirm dialogs: the trigger is a real submit button, so without script the server asks on a page of its own.
for (const button of all('button[data-confirm]')) {
  const dialog = document.getElementById(button.dataset.confirm);
  button.addEventListener('click', (event) => {
    if (!dialog?.showModal) return;
    event.preventDefault();
    dialog.returnValue = '';
    dialog.showModal();
    dialog.addEventListener('close', () => { if (dialog.returnValue === 'ok') button.form.requestSubmit(button); }, { once: true });
  });
}

// Submit once. The buttons stay enabled, or the pressed one would not be sent; coming back makes the form new again.
for (const form of all('form[data-once]')) {
  const mark = (sent) => {
    form.toggleAttribute('data-sent', sent);
    const buttons = [...form.elements].filter((element) => element.type === 'submit');
    for (const button of buttons) button.ariaDisabled = sent ? 'true' : null;
  };
  form.addEventListener('submit', (event) => { if (form.hasAttribute('data-sent')) event.preventDefault(); else if (!event.defaultPrevented) mark(true); });
  addEventListener('pageshow', () => mark(false));
}

// Session warning: the server says how long is left, so that two tabs agree.
const session = one('dialog[data-session]');
if (session) {
  const WARN = 300;
  let timer;
  const ask = async (method) => {
    clearTimeout(timer);
    const response = await fetch(session.dataset.session, { method, headers: { RequestVerificationToken: session.dataset.token } }).catch(() => null);
    if (response?.status === 401) return session.open && location.assign(session.dataset.signin);
    const left = response?.ok ? (await response.json()).left : WARN + 60;
    if (left <= WARN && !session.open) session.showModal();
    if (left > WARN && session.open) session.close();
    timer = setTimeout(ask, Math.max(15, Math.min(left - WARN, 600)) * 1000, 'GET');
  };
  one('[data-keep]', session).addEventListener('click', () => ask('POST'));
  timer = setTimeout(ask, 60000, 'GET');
}

// Passkeys: the form asks for a challenge, the authenticator answers it, the form carries the answer. Hidden where browsers cannot.
for (const form of all('form[data-passkey]')) {
  if (!window.PublicKeyCredential?.parseRequestOptionsFromJSON) continue;
  form.hidden = false;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    try {
      const response = await fetch(form.dataset.passkey, { method: 'POST', body: new FormData(form), redirect: 'follow' });
      if (response.redirected) { location.assign(response.url); return; }
      const { offer, options } = await response.json();
      const credential = form.dataset.kind === 'create'
        ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
        : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
      form.elements.Offer.value = offer;
      form.elements.Credential.value = JSON.stringify(credential);
      form.submit();
    } catch {
      say(one('[role=status]', form), form.dataset.failed);
    }
  });
}
