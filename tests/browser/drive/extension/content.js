const api = globalThis.browser ?? globalThis.chrome;
addEventListener('mousemove', (event) =>
  document.documentElement.setAttribute('data-pointer', `${event.clientX},${event.clientY}`),
);
addEventListener('ask', async () => {
  const born = await api.runtime.sendMessage({ ask: 'born' });
  document.documentElement.setAttribute('data-born', String(born));
});
document.documentElement.setAttribute('data-content', 'here');
