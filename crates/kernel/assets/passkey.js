// Passkeys on pages of staff. A form with `data-passkey="make"` or `="use"` says in `data-options` where the challenge comes
// from; what the browser answers goes into its hidden fields, and the form is sent. Without this script, or in a browser
// without passkeys, such forms stay hidden and everything else on the page works.
(() => {
  if (!window.PublicKeyCredential || !window.isSecureContext) return;
  const bytes = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), c => c.charCodeAt());
  const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');
  const ids = list => (list || []).map(c => ({ ...c, id: bytes(c.id) }));

  const made = async o => {
    const { response } = await navigator.credentials.create({ publicKey: {
      ...o, challenge: bytes(o.challenge), user: { ...o.user, id: bytes(o.user.id) }, excludeCredentials: ids(o.excludeCredentials),
    } });
    return { client: response.clientDataJSON, attestation: response.attestationObject };
  };
  const used = async o => {
    const { rawId, response } = await navigator.credentials.get({ publicKey: { ...o, challenge: bytes(o.challenge) } });
    return { credential: rawId, client: response.clientDataJSON, data: response.authenticatorData,
      signature: response.signature, user: response.userHandle };
  };

  for (const form of document.querySelectorAll('form[data-passkey]')) {
    form.hidden = false;
    form.addEventListener('submit', async event => {
      event.preventDefault();
      const button = form.querySelector('button');
      button.disabled = true;
      try {
        const asked = await fetch(form.dataset.options, { method: 'POST' });
        if (!asked.ok) throw asked.status;
        const { id, publicKey } = await asked.json();
        const answer = await (form.dataset.passkey === 'make' ? made : used)(publicKey);
        form.elements.challenge.value = id;
        for (const name in answer) form.elements[name].value = answer[name] ? text(answer[name]) : '';
        form.submit();
      } catch {
        // Turned away, or nobody touched the key: the words beside the button say what to do.
        form.querySelector('[data-failed]').hidden = false;
        button.disabled = false;
      }
    });
  }
})();
