/** Files may be dropped anywhere on the form. */
export function drop(form: HTMLFormElement): void {
    const files = form.querySelector<HTMLInputElement>("input[type=file]");
    if (!files) {
        return;
    }

    const over = (event: DragEvent): void => {
        if (event.dataTransfer?.types.includes("Files")) {
            event.preventDefault();
            form.classList.add("over");
        }
    };
    form.addEventListener("dragenter", over);
    form.addEventListener("dragover", over);
    form.addEventListener("dragleave", event => {
        if (!form.contains(event.relatedTarget as Node | null)) {
            form.classList.remove("over");
        }
    });
    form.addEventListener("drop", event => {
        form.classList.remove("over");
        if (event.dataTransfer?.files.length) {
            event.preventDefault();
            files.files = event.dataTransfer.files;
        }
    });
}

/** How far an import is, as the server tells it; the whole view again when it is over. */
export function progress(view: HTMLElement): void {
    const words = view.querySelector("[role=status]");
    const bar = view.querySelector("progress");
    const source = new EventSource(view.dataset["progress"]!);
    source.addEventListener("progress", event => {
        const told = JSON.parse((event as MessageEvent<string>).data) as { pages: number; of: number | null; says: string; over: boolean };
        if (words && words.textContent !== told.says) {
            words.textContent = told.says;
        }

        if (bar && told.of) {
            bar.max = told.of;
            bar.value = told.pages;
        }

        if (told.over) {
            source.close();
            location.reload();
        }
    });
}
