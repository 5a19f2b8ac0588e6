/** A button that plays the months one after another: each is the view of its own address, of which only the drawing and the table are taken over. */
export function months(list: HTMLElement): void {
    const addresses = [...list.querySelectorAll<HTMLAnchorElement>("a[href*='month=']")].map(a => a.href);
    const main = document.querySelector("main");
    if (addresses.length < 2 || !main) {
        return;
    }

    const still = matchMedia("(prefers-reduced-motion: reduce)");
    const rest = (): string => still.matches ? "Next month" : "Play the months";
    const button = document.createElement("button");
    button.type = "button";
    button.className = "quiet";
    button.textContent = rest();
    list.before(button);
    let playing: ReturnType<typeof setTimeout> | undefined;
    let next = Math.max(0, addresses.indexOf(location.href) + 1) % addresses.length;

    const stop = (): void => {
        clearTimeout(playing);
        playing = undefined;
        button.textContent = rest();
    };
    const step = async (): Promise<void> => {
        const address = addresses[next]!;
        const answer = await fetch(address);
        if (!answer.ok || playing === undefined) {
            stop();
            return;
        }

        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        for (const part of [".lead", ".pager", ".network", "section[aria-labelledby=pairs]", ".empty", ".take"]) {
            const [old, fresh] = [main.querySelector(part), page.querySelector(part)];
            if (old && fresh) {
                old.replaceWith(fresh);
            }
        }

        list.querySelectorAll("a").forEach(a => a.href === address ? a.setAttribute("aria-current", "true") : a.removeAttribute("aria-current"));
        history.replaceState(null, "", address);
        next++;
        if (next < addresses.length && !still.matches) {
            playing = setTimeout(() => void step(), 900);
        } else {
            next %= addresses.length;
            stop();
        }
    };
    // Who asks for less motion while it plays gets it at once.
    still.addEventListener("change", stop);
    button.addEventListener("click", () => {
        if (playing !== undefined) {
            stop();
        } else {
            button.textContent = "Pause";
            playing = setTimeout(() => void step(), 0);
        }
    });
}
