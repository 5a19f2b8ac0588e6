const pause = 450;

/** Codes as one types: the same address as the form's, of which only the result is taken over. */
export function tried(form: HTMLFormElement): void {
    const text = form.querySelector("textarea");
    const result = document.getElementById("tried");
    if (!text || !result) {
        return;
    }

    let waiting: ReturnType<typeof setTimeout> | undefined;
    let asked: AbortController | undefined;
    const ask = async (): Promise<void> => {
        asked?.abort();
        asked = new AbortController();
        const address = `${form.action}?${new URLSearchParams({ text: text.value })}`;
        try {
            const answer = await fetch(address, { signal: asked.signal });
            const page = new DOMParser().parseFromString(await answer.text(), "text/html");
            result.replaceChildren(...(page.getElementById("tried")?.childNodes ?? []));
            history.replaceState(null, "", address);
        } catch (error) {
            if ((error as Error).name !== "AbortError") {
                result.textContent = "The console does not answer: is it still running?";
            }
        }
    };
    text.addEventListener("input", () => {
        clearTimeout(waiting);
        if (text.value.trim().length > 3) {
            waiting = setTimeout(() => void ask(), pause);
        } else if (text.value.trim().length === 0) {
            asked?.abort();
            result.replaceChildren();
            history.replaceState(null, "", form.action);
        }
    });
}
