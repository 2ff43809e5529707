const api = globalThis.browser ?? globalThis.chrome;
document.getElementById('two').addEventListener('click', () => {
  api.permissions.request({ origins: ['*://asked.example/*'] }).then((yes) => {
    document.body.dataset.asked = String(yes);
  });
});
document.body.dataset.ready = 'yes';
