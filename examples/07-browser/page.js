// The page: hands the file to a worker and shows what comes back; it stays responsive meanwhile.
const worker = new Worker(new URL("worker.js", import.meta.url), { type: "module" });
const status = document.getElementById("status");

document.getElementById("file").addEventListener("change", async ({ target }) => {
  worker.postMessage(new Uint8Array(await target.files[0].arrayBuffer()));
});

worker.addEventListener("message", ({ data }) => {
  if (data.progress) status.textContent = `${data.progress.stage} ${Math.round(data.progress.fraction * 100)} %`;
  if (data.error) status.textContent = data.error;
  if (!data.model) return;
  status.textContent = `${data.model.papers.length} papers`;
  const items = data.model.themes.map(({ label, paperIds }) => {
    const item = document.createElement("li");
    item.textContent = `${label} (${paperIds.length})`;
    return item;
  });
  document.getElementById("themes").replaceChildren(...items);
});
